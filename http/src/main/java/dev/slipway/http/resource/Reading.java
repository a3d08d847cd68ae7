package dev.slipway.http.resource;

import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Row;
import dev.slipway.views.Table;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ApplicationRow;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads tables with the eyes of one caller. Confined to one request. */
final class Reading {

  private static final int LIMIT = 25;
  private static final int LIMIT_MAX = 100;

  private final Doors doors;
  private final Call call;
  private final Map<Scope, Boolean> judged = new HashMap<>();

  Reading(Doors doors, Call call) {
    this.doors = doors;
    this.call = call;
  }

  Shown shown() {
    return Shown.to(call.organisation(), doors.credentials());
  }

  boolean maySee(Scope scope) {
    return judged.computeIfAbsent(
        scope,
        it -> doors.permissions().refusalToRead(call.organisation(), call.actor(), it).isEmpty());
  }

  /** A row that is there and may be seen. */
  <R extends Row> R get(Table<R> table, String key) {
    return find(table, key).orElseThrow(Refusal::notFound);
  }

  <R extends Row> Optional<R> find(Table<R> table, String key) {
    return doors.tables().find(call.organisation(), table, key).filter(row -> maySee(row.scope()));
  }

  /**
   * The application of a placement, for whoever may see that or the placement alone. Of the latter
   * kind nobody is to be told what it says of other environments.
   */
  ApplicationRow application(Placement placement) {
    return find(Tables.APPLICATIONS, placement.application().value())
        .or(() ->
            find(Tables.PLACEMENTS, placement.toString())
                .flatMap(row ->
                    doors
                        .tables()
                        .find(
                            call.organisation(),
                            Tables.APPLICATIONS,
                            row.placement().application().value())))
        .orElseThrow(Refusal::notFound);
  }

  /** An application, for whoever may see it or any environment of its route. */
  ApplicationRow anywhere(ApplicationName name) {
    return doors
        .tables()
        .find(call.organisation(), Tables.APPLICATIONS, name.value())
        .filter(row ->
            maySee(row.scope())
                || row.definition().route().stream()
                    .anyMatch(stop -> maySee(new Scope.OfPlacement(new Placement(name, stop)))))
        .orElseThrow(Refusal::notFound);
  }

  /** Whether a row is there, be it to be seen or not. */
  <R extends Row> boolean exists(Table<R> table, String key) {
    return doors.tables().find(call.organisation(), table, key).isPresent();
  }

  /** Whether what goes to an environment by hand has to be confirmed; also where it is not seen. */
  boolean asksToConfirm(EnvironmentName environment) {
    return doors
        .tables()
        .find(call.organisation(), Tables.ENVIRONMENTS, environment.value())
        .flatMap(row -> row.definition().protection())
        .isPresent();
  }

  <R extends Row> Page<R> list(Table<R> table, Query query) {
    return doors.tables().list(call.organisation(), table, query.visibleTo(visible()));
  }

  private Optional<Predicate<Scope>> visible() {
    return maySee(new Scope.Everything()) ? Optional.empty() : Optional.of(this::maySee);
  }

  /** The page that was asked for. */
  Query asked() {
    return Query.first(limit()).after(call.query("cursor", Reading::mark));
  }

  /** How many rows were asked for at most. */
  int limit() {
    int limit = call.query("limit", Integer::parseInt).orElse(LIMIT);
    if (limit < 1 || limit > LIMIT_MAX) {
      throw Refusal.badRequest("invalid-limit", "limit must be 1 to " + LIMIT_MAX + ".");
    }
    return limit;
  }

  /** What a cursor of ours stands for. */
  static String mark(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }

  /** What to send back as cursor. */
  static Optional<String> next(Page<?> page) {
    return page.next().map(Reading::cursor);
  }

  static String cursor(String mark) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mark.getBytes(StandardCharsets.UTF_8));
  }
}
