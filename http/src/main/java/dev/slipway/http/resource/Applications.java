package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Definitions;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.wire.AddApplication;
import dev.slipway.wire.ApplicationPage;
import dev.slipway.wire.DeployRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Applications, and deploying them. */
public final class Applications {

  private static final String DOCUMENT = "slipway.yaml";
  private static final int PARAMETERS_MAX = 50;

  private final Doors doors;
  private final Wishes wishes;

  public Applications(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Page<ApplicationRow> page = reading.list(Tables.APPLICATIONS, reading.asked());
    Shown shown = reading.shown();
    return Answer.ok(
        new ApplicationPage(
            page.rows().stream()
                .map(row -> Definitions.application(row, shown, doors.sources()))
                .toList(),
            page.total(),
            Reading.next(page)));
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    return Answer.ok(Definitions.application(row(call, reading), reading.shown(), doors.sources()));
  }

  private static ApplicationRow row(Call call, Reading reading) {
    return reading.get(Tables.APPLICATIONS, call.path("application", ApplicationName::new).value());
  }

  public Answer add(Call call) {
    AddApplication asked = call.json(AddApplication.class);
    return wishes.carry(
        call,
        valid(() ->
            new Command.AddApplication(
                new RepositoryUrl(asked.repository()),
                asked.branch(),
                asked.path().orElse(DOCUMENT))),
        201);
  }

  public Answer remove(Call call) {
    ApplicationRow row = row(call, new Reading(doors, call));
    return wishes.carry(call, new Command.RemoveApplication(row.definition().name()), 200);
  }

  public Answer deploy(Call call) {
    ApplicationRow row =
        new Reading(doors, call).anywhere(call.path("application", ApplicationName::new));
    DeployRequest asked = call.json(DeployRequest.class);
    Placement to =
        valid(() ->
            destination(
                new Reading(doors, call), row, asked.environment().map(EnvironmentName::new)));
    SortedMap<String, String> parameters = parameters(asked.parameters());
    Command.Deploy command =
        valid(() ->
            new Command.Deploy(
                to.application(),
                to.environment(),
                revision(asked.revision()),
                asked.force().orElse(false),
                parameters,
                asked.confirm().map(EnvironmentName::new),
                asked.at()));
    return wishes.carry(call, command, 202);
  }

  /** The seed's own form: everything in the query, and whatever is refused is a 400. */
  public Answer deployByQuery(Call call) {
    try {
      ApplicationRow row =
          new Reading(doors, call).anywhere(call.path("application", ApplicationName::new));
      Placement to =
          destination(new Reading(doors, call), row, call.query("env", EnvironmentName::new));
      Command.Deploy command =
          new Command.Deploy(
              to.application(),
              to.environment(),
              revision(call.query("sha", text -> text)),
              call.query("force", Applications::truth).orElse(false),
              new TreeMap<>(),
              call.query("confirm", EnvironmentName::new));
      return new Answer.Later(
          ((Answer.Later) wishes.carry(call, command, 202))
              .answer()
              .exceptionallyCompose(
                  failure -> CompletableFuture.failedStage(asBadRequest(failure))));
    } catch (Refusal refusal) {
      throw asBadRequest(refusal);
    }
  }

  /** 403 and 404 keep their meaning; every other refusal of a wish is a 400 here. */
  private static RuntimeException asBadRequest(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof Refusal refusal) {
      return refusal.status() == 409 || refusal.status() == 422
          ? Refusal.at(400, refusal.reason(), refusal.position())
          : refusal;
    }
    return new IllegalStateException("A wish failed", cause);
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** Whoever sees a part of the route is told of no more. */
  static Placement destination(
      Reading reading, ApplicationRow row, Optional<EnvironmentName> named) {
    ApplicationName name = row.definition().name();
    if (reading.maySee(row.scope())) {
      return new Placement(name, named.orElseGet(() -> only(row)));
    }
    Placement to =
        named
            .map(environment -> new Placement(name, environment))
            .filter(there -> reading.maySee(new Scope.OfPlacement(there)))
            .orElseThrow(Refusal::notFound);
    if (!row.definition().route().contains(to.environment())) {
      throw Refusal.notFound();
    }
    return to;
  }

  /** Nothing defaults to an environment where there are several. */
  private static EnvironmentName only(ApplicationRow row) {
    List<EnvironmentName> route = row.definition().route();
    if (route.size() != 1) {
      throw Refusal.of(
          422,
          new Reason(
              "environment-missing",
              "Say which environment: "
                  + String.join(", ", route.stream().map(EnvironmentName::value).toList())
                  + "."));
    }
    return route.getFirst();
  }

  static SortedMap<String, String> parameters(Optional<Map<String, String>> given) {
    Map<String, String> parameters = given.orElseGet(Map::of);
    if (parameters.size() > PARAMETERS_MAX) {
      throw Refusal.badRequest("too-many-parameters", "At most " + PARAMETERS_MAX + " are taken.");
    }
    return new TreeMap<>(parameters);
  }

  static Optional<String> revision(Optional<String> revision) {
    if (revision.stream().anyMatch(text -> text.isBlank() || text.length() > 250)) {
      throw Refusal.badRequest("invalid-revision", "A revision has 1 to 250 characters.");
    }
    return revision;
  }

  static <T> T valid(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue e) {
      throw Refusal.invalidValue(e);
    }
  }
}
