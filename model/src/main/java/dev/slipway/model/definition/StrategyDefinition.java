package dev.slipway.model.definition;

import java.time.Duration;

/** How a service is taken from one release to the next. */
public sealed interface StrategyDefinition {

  /** What ran before stops, then what is new starts; in between the service is not there. */
  record Recreate() implements StrategyDefinition {}

  /**
   * One instance after the other is replaced, and one target after the other: one more than wanted
   * may run meanwhile, never one less.
   *
   * @param drain how long an instance that gets nothing new may take to end what it has
   */
  record Rolling(Duration drain) implements StrategyDefinition {}

  /**
   * All that is new starts beside what is old and gets no traffic until every instance is healthy;
   * then all traffic is switched at once.
   *
   * @param drain how long what is old may take to end what it has
   * @param standby whether what is old runs on without traffic until the next delivery, so that
   *     going back is a switch
   */
  record BlueGreen(Duration drain, boolean standby) implements StrategyDefinition {}
}
