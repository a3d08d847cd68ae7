package dev.slipway.http.resource;

import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.model.Reason;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.RevisionRow;
import java.util.Locale;
import java.util.Optional;

/** Owners' documents of one kind, and the revisions of each. Confined to one request. */
final class Revised {

  private final Doors doors;
  private final Call call;
  private final Reading reading;
  private final RevisionRow.Kind kind;

  Revised(Doors doors, Call call, RevisionRow.Kind kind) {
    this.doors = doors;
    this.call = call;
    this.reading = new Reading(doors, call);
    this.kind = kind;
  }

  /** Those that there are, each as it is now. */
  Page<RevisionRow> current() {
    return page(reading.asked().where("kind", kind.name()).where("current", "true"));
  }

  /** The revisions of one, the newest first. */
  Page<RevisionRow> of(String name) {
    if (reading.find(Tables.REVISIONS, RevisionRow.key(title(name), 1)).isEmpty()) {
      throw Refusal.notFound();
    }
    return page(reading.asked().where("title", title(name)));
  }

  /** Why the one that counts is for nothing. */
  Optional<Reason> idle(RevisionRow row) {
    return row.current()
        ? doors.previews().idle(call.organisation(), row.revision().definition())
        : Optional.empty();
  }

  /** Refuses what is not there, be it to be seen or not. */
  void expect(String name) {
    if (!reading.exists(Tables.REVISIONS, RevisionRow.key(title(name), 1))) {
      throw Refusal.notFound();
    }
  }

  private String title(String name) {
    return kind.name().toLowerCase(Locale.ROOT) + "/" + name;
  }

  private Page<RevisionRow> page(Query query) {
    return reading.list(Tables.REVISIONS, query);
  }
}
