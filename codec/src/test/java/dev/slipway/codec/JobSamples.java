package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.DELIVERY;
import static dev.slipway.codec.Samples.DIGEST;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.SLOT;
import static dev.slipway.codec.Samples.STAGING;
import static dev.slipway.codec.Samples.VARIABLES;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.ServiceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Compatibility;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.order.Order;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came with jobs. */
final class JobSamples {

  private static final JobName MIGRATE = new JobName("migrate");
  private static final JobVersion VERSION = new JobVersion("schema-42");
  private static final Workload.Command COMMAND =
      new Workload.Command(List.of(new Template("./migrate"), new Template("{sha}")), false);
  private static final Release RELEASE =
      new Release(
          new ServiceName("migrate"),
          Samples.ARCHIVE,
          COMMAND,
          Optional.empty(),
          VARIABLES,
          Timeouts.STANDARD);
  private static final DesiredState STATE =
      new DesiredState(
          Samples.STATE.services(),
          Optional.of(List.of(new DesiredJob(MIGRATE, VERSION, JobTime.BEFORE, true, RELEASE))));

  static final Order ORDER =
      new Order(
          Samples.FENCE,
          new OrderBody(
              Samples.MAIN,
              SLOT,
              3,
              DIGEST,
              1,
              1,
              new OrderBody.Wanted.Effect(Samples.STATE, RELEASE)));

  static final List<Entry> ENTRIES =
      List.of(new JobEnded(DELIVERY, MIGRATE, VERSION, true, Optional.of(Samples.REASON)));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "order-issued-job",
          new OrderIssued(DELIVERY, SLOT, 1, 1, DIGEST, Optional.of(MIGRATE)),
          "outcome-decided-job",
          new OutcomeDecided(
              DELIVERY, SLOT, Command.Settle.Verdict.RERUN, ALICE, Optional.of(MIGRATE)),
          "job-ended-compatible",
          new JobEnded(DELIVERY, MIGRATE, VERSION, true, Optional.empty(), Optional.of(2)),
          "delivery-made-compatible",
          new DeliveryMade(
              new Delivery(
                  DELIVERY,
                  Samples.SHIPMENT,
                  Samples.CHANGE,
                  Optional.of(2),
                  new DesiredState(
                      Samples.STATE.services(),
                      Optional.of(
                          List.of(
                              new DesiredJob(
                                  MIGRATE,
                                  VERSION,
                                  JobTime.BEFORE,
                                  true,
                                  RELEASE,
                                  Optional.of(Compatibility.PREVIOUS))))),
                  DIGEST)),
          "application-defined-compatible",
          defined(
              new JobDefinition(
                  MIGRATE,
                  JobTime.BEFORE,
                  COMMAND,
                  new Template("schema-42"),
                  true,
                  VARIABLES,
                  Timeouts.STANDARD,
                  Optional.of(Compatibility.PREVIOUS))),
          "application-defined-job-of-service",
          defined(
              new JobDefinition(
                      MIGRATE,
                      JobTime.BEFORE,
                      COMMAND,
                      new Template("{sha}"),
                      false,
                      VARIABLES,
                      Timeouts.STANDARD)
                  .of(Samples.WEB)),
          "delivery-made-jobs",
          new DeliveryMade(
              new Delivery(
                  DELIVERY, Samples.SHIPMENT, Samples.CHANGE, Optional.of(2), STATE, DIGEST)),
          "application-defined-needing",
          depending(),
          "delivery-made-again",
          new DeliveryMade(
              new Delivery(
                  DELIVERY,
                  Samples.SHIPMENT,
                  Samples.CHANGE,
                  Optional.of(2),
                  new DesiredState(
                      List.of(
                          new DesiredService(
                              Samples.WEB,
                              Samples.STATE.services().getFirst().releases(),
                              Optional.empty(),
                              Optional.of(List.of(new ServiceName("db")))))),
                  DIGEST,
                  Optional.of(1))),
          "application-defined-jobs",
          defined(
              new JobDefinition(
                  MIGRATE,
                  JobTime.AFTER,
                  COMMAND,
                  new Template("schema-42"),
                  true,
                  VARIABLES,
                  Timeouts.STANDARD)));

  private static ApplicationDefined defined(JobDefinition job) {
    return new ApplicationDefined(
        new ApplicationDefinition(
                SHOP,
                Samples.DEFINITION.repository(),
                Samples.DEFINITION.services(),
                List.of(STAGING),
                List.of(),
                Optional.empty())
            .running(Optional.of(List.of(job))),
        new Origin.Implied(),
        Optional.empty(),
        "slipway.yaml");
  }

  private static ApplicationDefined depending() {
    return new ApplicationDefined(
        new ApplicationDefinition(
                SHOP,
                Samples.DEFINITION.repository(),
                List.of(
                    Samples.DEFINITION.services().getFirst().after(List.of(new ServiceName("db")))),
                List.of(STAGING),
                List.of(),
                Optional.empty())
            .needing(
                Optional.of(
                    List.of(
                        new DependencyDefinition(
                            new ApplicationName("billing"), Optional.of("same")),
                        new DependencyDefinition(
                            new ApplicationName("search"), Optional.empty())))),
        new Origin.Implied(),
        Optional.empty(),
        "slipway.yaml");
  }

  private JobSamples() {}
}
