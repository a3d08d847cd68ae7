package dev.slipway.wire;

import java.util.Optional;

/**
 * What to look ahead at.
 *
 * @param revision a branch, a tag or a commit; the default branch's head when absent
 * @param definition the document to judge by; the commit's own when absent
 */
public record PreviewRequest(Optional<String> revision, Optional<File> definition) {}
