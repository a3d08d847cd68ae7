package dev.slipway.outlet.github;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetName;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import dev.slipway.outlet.Foretold.Field;
import dev.slipway.outlet.Foretold.How;
import dev.slipway.outlet.Foretold.Place;
import dev.slipway.outlet.Foretold.Service;
import java.util.List;
import java.util.Optional;

/** Places that something is foretold of. Stateless. */
final class Foreseen {

  static final Sha HEAD = new Sha("1".repeat(40));
  static final Sha BEFORE = new Sha("2".repeat(40));
  private static final Digest DIGEST = Digest.ofHex("ab".repeat(32));
  private static final DesiredState NOTHING = new DesiredState(List.of());

  private Foreseen() {}

  static Change change(Sha sha) {
    return new Change(
        sha,
        Optional.empty(),
        new Artifact.CommitArchive(new RepositoryUrl("https://github.com/acme/shop"), sha, DIGEST));
  }

  static Placement at(String environment) {
    return new Placement(new ApplicationName("shop"), new EnvironmentName(environment));
  }

  static Optional<Delivery> inForce(String environment) {
    return Optional.of(
        new Delivery(
            new DeliveryId(at(environment), 7),
            new ShipmentId("s-7f21aa00bb11cc22"),
            change(BEFORE),
            Optional.empty(),
            NOTHING,
            DIGEST));
  }

  static Place place(
      String environment, Optional<Delivery> inForce, Finding finding, Service... services) {
    return new Place(
        new Outlook.Stop(
            at(environment),
            inForce,
            List.of(new TargetName("one"), new TargetName("two")),
            finding),
        List.of(services));
  }

  static Finding deliverable(List<Outlook.Verdict> verdicts, String... destroys) {
    return new Finding.Deliverable(
        change(HEAD),
        NOTHING,
        Optional.empty(),
        verdicts,
        List.of(destroys).stream().map(it -> new Reason("destroys", it)).toList());
  }

  static Outlook.Verdict verdict(String guardrail, GuardrailVerdict verdict, String why) {
    return new Outlook.Verdict(new GuardrailName(guardrail), verdict, new Reason("because", why));
  }

  static Finding refused(int more, String... because) {
    return new Finding.Refused(
        List.of(because).stream().map(it -> new Reason("because", it)).toList(), more);
  }

  static Service web(How how, Field... fields) {
    return new Service(new ServiceName("web"), how, List.of(fields));
  }

  static Field field(String name, How how, String from, String to) {
    return new Field(
        name,
        how,
        Optional.of(from).filter(it -> !it.isEmpty()),
        Optional.of(to).filter(it -> !it.isEmpty()));
  }
}
