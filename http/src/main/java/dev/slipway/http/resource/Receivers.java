package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Intake.Heard;
import dev.slipway.model.ActorId;
import dev.slipway.wire.Receipt;

/** Where webhooks and events arrive. The address is looked up before a byte of the body is read. */
public final class Receivers {

  private final Doors doors;

  public Receivers(Doors doors) {
    this.doors = doors;
  }

  public Answer receive(Call call) {
    String kind = call.path("kind", name -> new ActorId(name).value());
    String hook = call.path("hook", name -> new ActorId(name).value());
    if (!doors.intake().hears(kind, hook)) {
      throw Refusal.notFound();
    }
    return new Answer.Later(
        doors
            .intake()
            .hear(kind, hook, call.headers(), call.octets())
            .thenApplyAsync(
                heard ->
                    switch (heard) {
                      case Heard.Remembered remembered ->
                          Answer.status(
                              202,
                              new Receipt(
                                  remembered.receipt().position().value(),
                                  remembered.receipt().duplicate()));
                      case Heard.NoSuchHook none -> throw Refusal.notFound();
                      case Heard.Unauthentic refused -> throw Refusal.of(401, refused.because());
                      case Heard.Malformed refused -> throw Refusal.of(400, refused.because());
                    },
                doors.answering()));
  }
}
