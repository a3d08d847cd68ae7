package dev.slipway.loop.access;

import dev.slipway.ledger.Directory;
import dev.slipway.loop.door.Events;
import dev.slipway.loop.door.Intake;
import dev.slipway.model.Bytes;
import dev.slipway.model.SourceName;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hears what the receivers recognise. The address alone names organisation and secret; nothing in
 * the message does.
 */
public final class SignedIntake implements Intake {

  private final Directory directory;
  private final Events events;
  private final InstantSource clock;
  private final Map<String, Receiver> receivers;

  public SignedIntake(
      Directory directory, Events events, InstantSource clock, List<Receiver> receivers) {
    this.directory = directory;
    this.events = events;
    this.clock = clock;
    this.receivers =
        receivers.stream().collect(Collectors.toMap(Receiver::kind, Function.identity()));
  }

  @Override
  public boolean hears(String kind, String hook) {
    return receivers.containsKey(kind) && opened(kind, hook).isPresent();
  }

  private Optional<Directory.Hook> opened(String kind, String hook) {
    return directory.hook(hook).filter(open -> open.kind().equals(kind));
  }

  @Override
  public CompletionStage<Heard> hear(
      String kind, String hook, Map<String, List<String>> headers, Bytes body) {
    Receiver receiver = receivers.get(kind);
    Optional<Directory.Hook> open = opened(kind, hook);
    if (receiver == null || open.isEmpty()) {
      return CompletableFuture.completedStage(new Heard.NoSuchHook());
    }
    return switch (receiver.recognise(
        new Received(headers, body), open.get().secret(), clock.instant())) {
      case Recognition.Recognised recognised -> remember(open.get(), body, recognised);
      case Recognition.Refused refused ->
          CompletableFuture.completedStage(
              switch (refused.kind()) {
                case UNAUTHENTIC -> new Heard.Unauthentic(refused.because());
                case MALFORMED -> new Heard.Malformed(refused.because());
              });
    };
  }

  private CompletionStage<Heard> remember(
      Directory.Hook hook, Bytes body, Recognition.Recognised recognised) {
    return events
        .receive(
            hook.organisation(),
            new SourceName(hook.id()),
            recognised.deduplicationKey(),
            body,
            recognised.event())
        .thenApply(receipt -> new Heard.Remembered(hook.organisation(), receipt));
  }
}
