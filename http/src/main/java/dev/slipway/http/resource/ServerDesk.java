package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Settings;
import dev.slipway.wire.Healthz;
import dev.slipway.wire.Version;

/** What the server says of itself. */
public final class ServerDesk {

  private static final String API = "1";

  private final Settings settings;

  public ServerDesk(Settings settings) {
    this.settings = settings;
  }

  public Answer health(Call call) {
    return settings.healthy().getAsBoolean()
        ? Answer.ok(new Healthz("ok"))
        : Answer.status(503, new Healthz("halted"));
  }

  public Answer version(Call call) {
    return Answer.ok(new Version(settings.version(), API));
  }
}
