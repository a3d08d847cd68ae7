package dev.slipway.model;

/** How far a role reaches. */
public sealed interface Scope {

  /** The whole organisation. */
  record Everything() implements Scope {}

  /** One application, in whatever environment. */
  record OfApplication(ApplicationName application) implements Scope {}

  /** One environment, whatever the application. */
  record OfEnvironment(EnvironmentName environment) implements Scope {}

  /** One application in one environment. */
  record OfPlacement(Placement placement) implements Scope {}
}
