package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.Settings;
import dev.slipway.http.gate.Pace;
import dev.slipway.http.show.Shown;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.FeedbackDesk;
import dev.slipway.model.ClientPage;
import dev.slipway.model.Feedback;
import dev.slipway.wire.FeedbackPage;
import dev.slipway.wire.SendFeedback;

/** What people say of pages. */
public final class Opinions {

  private static final int PER_SECOND = 2;
  private static final int BURST = 20;

  private final Doors doors;
  private final String version;
  private final Pace pace;

  public Opinions(Doors doors, Settings settings) {
    this.doors = doors;
    version = settings.version();
    pace = new Pace(PER_SECOND, BURST, settings.clock());
  }

  public Answer send(Call call) {
    call.paced(pace);
    SendFeedback asked = call.json(SendFeedback.class);
    Made<Feedback> made =
        Applications.valid(() ->
            doors
                .feedback()
                .take(
                    call.organisation(),
                    call.actor(),
                    call.idempotencyKey(),
                    new ClientPage(asked.page()),
                    asked.text(),
                    version));
    return Answer.status(201, new Reading(doors, call).shown().feedback(done(made)));
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    FeedbackDesk.Listed listed =
        done(
            doors
                .feedback()
                .list(
                    call.organisation(),
                    call.actor(),
                    call.query("cursor", cursor -> Long.parseLong(Reading.mark(cursor))),
                    reading.limit()));
    Shown shown = reading.shown();
    return Answer.ok(
        new FeedbackPage(
            listed.items().stream().map(shown::feedback).toList(),
            listed.total(),
            listed.next().map(number -> Reading.cursor(number.toString()))));
  }

  public Answer remove(Call call) {
    String _ =
        done(
            doors
                .feedback()
                .remove(call.organisation(), call.actor(), call.path("feedback", id -> id)));
    return Answer.nothing();
  }

  private static <T> T done(Made<T> made) {
    return switch (made) {
      case Made.Done<T> it -> it.value();
      case Made.Refused<T> refused -> throw Refusal.of(403, refused.because());
      case Made.Unknown<T> unknown -> throw Refusal.notFound();
    };
  }
}
