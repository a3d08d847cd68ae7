package dev.slipway.wire;

import java.util.Optional;

/**
 * Which pull request, or merge request, brought a commit.
 *
 * @param number of it at its host
 * @param url where people read it, where the host is known; https
 */
public record PullRequest(int number, Optional<String> url) {}
