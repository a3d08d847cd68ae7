package dev.slipway.loop.pulls;

import dev.slipway.model.Organisation;
import dev.slipway.model.RepositoryUrl;

/** A repository as one organisation sees it. */
record Watched(Organisation organisation, RepositoryUrl url) {}
