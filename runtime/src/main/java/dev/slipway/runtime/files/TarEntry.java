package dev.slipway.runtime.files;

/**
 * One entry of a tar archive.
 *
 * @param name the path as the archive says it; may be hostile
 * @param link where a symbolic link points; empty for others
 * @param size the bytes of a file; 0 for others
 * @param executable whether the owner may execute it
 */
record TarEntry(String name, Kind kind, String link, long size, boolean executable) {

  enum Kind {
    FILE,
    FOLDER,
    SYMBOLIC_LINK
  }
}
