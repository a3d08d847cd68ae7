/**
 * What stands outside of a server and has to do with it: people at a command line, Git hosts, build
 * systems, repositories, whoever asks over HTTP. The demo, the rehearsal, the trials and the bench
 * play with these.
 */
@NullMarked
package dev.slipway.app.outside;

import org.jspecify.annotations.NullMarked;
