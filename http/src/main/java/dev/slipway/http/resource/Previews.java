package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.resource.Comparison.Point;
import dev.slipway.http.show.Foreseen;
import dev.slipway.http.show.Foreseen.Commits;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.wire.Preview;
import dev.slipway.wire.PreviewRequest;
import dev.slipway.wire.PreviewStop;
import dev.slipway.wire.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What deploying a commit, or a document that is still being worked on, would come to. */
public final class Previews {

  private final Doors doors;
  private final Drafts drafts;
  private final Comparison comparison;

  public Previews(Doors doors) {
    this.doors = doors;
    drafts = new Drafts(doors);
    comparison = new Comparison(doors);
  }

  /** Only environments that its asker may see are told of. */
  public Answer look(Call call) {
    Reading reading = new Reading(doors, call);
    ApplicationRow row = reading.anywhere(call.path("application", ApplicationName::new));
    PreviewRequest asked = call.json(PreviewRequest.class);
    boolean commits = asked.commits().orElse(false);
    return new Answer.Later(
        doors
            .previews()
            .outlook(call.organisation(), call.actor(), wish(reading, row, asked))
            .thenComposeAsync(
                outlook -> shown(new Reading(doors, call), outlook, commits), doors.answering())
            .thenApply(Answer::ok));
  }

  private Outlook.Wish wish(Reading reading, ApplicationRow row, PreviewRequest asked) {
    return new Outlook.Wish(
        row.definition().name(),
        Applications.revision(asked.revision()),
        asked.definition().map(file -> drafts.definition(row, file)),
        asked.environment().map(name -> to(reading, row, name)),
        Applications.parameters(asked.parameters()));
  }

  private static EnvironmentName to(Reading reading, ApplicationRow row, String name) {
    Placement to =
        Applications.valid(
            () -> Applications.destination(reading, row, Optional.of(new EnvironmentName(name))));
    return to.environment();
  }

  private CompletionStage<Preview> shown(Reading reading, Outlook outlook, boolean commits) {
    Between between = new Between();
    List<CompletionStage<PreviewStop>> stops =
        outlook.stops().stream()
            .filter(stop -> reading.maySee(new Scope.OfPlacement(stop.at())))
            .map(stop -> commits ? between.shown(stop) : whole(Foreseen.stop(stop)))
            .toList();
    CompletionStage<List<PreviewStop>> all = whole(List.of());
    for (CompletionStage<PreviewStop> stop : stops) {
      all = all.thenCombine(stop, Previews::and);
    }
    List<Reason> warnings =
        reading.maySee(new Scope.Everything())
            ? outlook.idle().stream().map(Shown::reason).toList()
            : List.of();
    return all.thenApply(items -> new Preview(items, warnings));
  }

  private static <T> CompletionStage<T> whole(T known) {
    return CompletableFuture.completedStage(known);
  }

  private static <T> List<T> and(List<T> some, T another) {
    List<T> all = new ArrayList<>(some);
    all.add(another);
    return all;
  }

  /** Asks once for what several environments have in common. Confined to one request. */
  private final class Between {

    private record Way(Optional<Point> before, Point head) {}

    private final Map<Way, CompletionStage<Commits>> asked = new HashMap<>();

    private CompletionStage<PreviewStop> shown(Outlook.Stop stop) {
      return switch (stop.finding()) {
        case Finding.Refused _ -> whole(Foreseen.stop(stop));
        case Finding.Deliverable it ->
            asked
                .computeIfAbsent(
                    new Way(
                        stop.inForce().map(Delivery::change).map(Point::of), Point.of(it.change())),
                    way -> comparison.bothWays(way.before(), way.head(), Commits::new))
                .thenApply(commits -> Foreseen.stop(stop, commits));
      };
    }
  }
}
