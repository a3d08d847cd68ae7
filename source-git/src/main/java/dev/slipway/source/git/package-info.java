/**
 * Reads any Git repository: asks the origin with the git command, keeps a bare mirror, and reads
 * the mirror's objects in this process. Nothing that a repository holds is ever run.
 */
@NullMarked
package dev.slipway.source.git;

import org.jspecify.annotations.NullMarked;
