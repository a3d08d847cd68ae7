package dev.slipway.model;

/**
 * What an actor may do; each role of a person includes the ones before it, up to {@link #ADMIN}.
 */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Reads, and says what checks came to; what a build server needs. */
  REPORTER,
  /** As a reporter, and deploys and settles. */
  DEPLOYER,
  /** As a deployer, and decides on approvals. */
  APPROVER,
  /** As an approver, and declares applications, environments and targets in its scope. */
  OWNER,
  /** Everything in the organisation, tokens and roles included. */
  ADMIN,
  /** Acts at one target, and nothing else. */
  AGENT
}
