/** Files that adapters share: archives unpacked safely, trees removed, small files made durable. */
@NullMarked
package dev.slipway.runtime.files;

import org.jspecify.annotations.NullMarked;
