package dev.slipway.config.text;

import dev.slipway.model.Bytes;

/**
 * One document of a file.
 *
 * @param bytes what its digest is made of: the file from where this document begins to where the
 *     next one begins
 */
public record Sheet(Node root, Bytes bytes) {}
