package dev.slipway.model.need;

import java.util.Optional;

/**
 * Which pull request, or merge request, brought a commit, as its message says.
 *
 * @param number of it at its host
 * @param page where people read it, where the host is one that is known; https
 */
public record PullRequest(int number, Optional<String> page) {}
