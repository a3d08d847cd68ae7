package dev.slipway.model.state;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.OnFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shipments of several applications that are delivered as one: they start in the order of what they
 * need of each other, and none starts once one of them has failed.
 *
 * @param members in an order in which each comes after those that it needs
 * @param travel the environments that all of them go to, in order; never empty
 * @param onFailure whether those that had arrived go back where another one failed
 * @param undoes the set that this one takes back; absent where it brings something new
 */
public record ShipSet(
    SetId id,
    List<Member> members,
    List<EnvironmentName> travel,
    OnFailure onFailure,
    ActorId by,
    Optional<SetId> undoes) {

  /** How many shipments may go as one. */
  public static final int MEMBERS_MAX = 20;

  public ShipSet {
    members = List.copyOf(members);
    travel = List.copyOf(travel);
  }

  /**
   * One of them.
   *
   * @param after those of the set that have to have arrived before it starts
   */
  public record Member(
      ApplicationName application, ShipmentId shipment, List<ApplicationName> after) {
    public Member {
      after = List.copyOf(after);
    }
  }

  /** The one of an application. */
  public Optional<Member> member(ApplicationName application) {
    return members.stream().filter(one -> one.application().equals(application)).findFirst();
  }

  /** Everywhere that it goes. */
  public Stream<Placement> places() {
    return travel.stream()
        .flatMap(stop -> members.stream().map(one -> new Placement(one.application(), stop)));
  }
}
