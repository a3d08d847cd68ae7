package dev.slipway.wire;

import java.util.Optional;

/**
 * Something that may happen: one of a push, a tag, and an announcement.
 *
 * @param push the branch
 * @param tag the tag
 * @param type the CloudEvents type
 * @param definition the document to judge by; absent means the one in force
 */
public record TriggerTest(
    Optional<String> push,
    Optional<String> tag,
    Optional<String> type,
    Optional<File> definition) {}
