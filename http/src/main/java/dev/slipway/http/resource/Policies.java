package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Explained;
import dev.slipway.model.PolicyName;
import dev.slipway.model.command.Command;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.views.Page;
import dev.slipway.views.row.RevisionRow;
import dev.slipway.wire.Policy;
import dev.slipway.wire.PolicyPage;
import dev.slipway.wire.RevertRequest;
import java.util.stream.Stream;

/** What has to be so of services, whoever declares them. */
public final class Policies {

  private final Doors doors;
  private final Wishes wishes;

  public Policies(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  /** Those that there are, each as it is now. */
  public Answer list(Call call) {
    return page(call, revised(call).current());
  }

  /** The revisions of one, the newest first. */
  public Answer revisions(Call call) {
    return page(call, revised(call).of(call.path("policy", PolicyName::new).value()));
  }

  /** Has one be again what it was. */
  public Answer revert(Call call) {
    PolicyName name = call.path("policy", PolicyName::new);
    revised(call).expect(name.value());
    RevertRequest request = call.json(RevertRequest.class);
    return wishes.carry(call, new Command.RevertPolicy(name, request.to()), 202);
  }

  private Revised revised(Call call) {
    return new Revised(doors, call, RevisionRow.Kind.POLICY);
  }

  private Answer page(Call call, Page<RevisionRow> page) {
    Explained explained = new Explained(new Reading(doors, call).shown());
    return Answer.ok(
        new PolicyPage(
            page.rows().stream().flatMap(row -> shown(call, explained, row)).toList(),
            page.total(),
            Reading.next(page)));
  }

  private Stream<Policy> shown(Call call, Explained explained, RevisionRow row) {
    return switch (row.revision().definition()) {
      case PolicyDefinition it -> Stream.of(explained.policy(row, it, revised(call).idle(row)));
      case OverlayDefinition _ -> Stream.empty();
    };
  }
}
