package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Supposed;
import dev.slipway.loop.door.Papers;
import dev.slipway.loop.door.Suppositions.Asked;
import dev.slipway.loop.door.Suppositions.Begun;
import dev.slipway.loop.door.Suppositions.Happening;
import dev.slipway.loop.door.Suppositions.Replay;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.wire.TriggerTest;
import dev.slipway.wire.TriggerTested;
import dev.slipway.wire.WhatIf;
import dev.slipway.wire.WhatIfRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What would be, with other documents or after something that has not happened. */
public final class WhatIfs {

  private static final int NAME_LENGTH_MAX = 250;

  private final Doors doors;
  private final InstantSource clock;
  private final Drafts drafts;

  public WhatIfs(Doors doors, InstantSource clock) {
    this.doors = doors;
    this.clock = clock;
    drafts = new Drafts(doors);
  }

  /** Only what its asker may see is told, so a replay is as good for somebody who sees little. */
  public Answer begin(Call call) {
    judge(call);
    WhatIfRequest asked = call.json(WhatIfRequest.class);
    Papers.Compiled compiled = drafts.compiled(asked.files());
    Begun begun =
        doors
            .suppositions()
            .begin(
                call.organisation(),
                call.actor(),
                new Asked(
                    asked.since(), asked.until().orElseGet(clock::instant), compiled.documents()));
    return switch (begun) {
      case Begun.Started(Replay replay) -> Answer.status(202, shown(call, replay));
      case Begun.Refused(Reason because) ->
          throw Refusal.of(because.code().equals("replay-running") ? 409 : 422, because);
    };
  }

  private void judge(Call call) {
    doors
        .suppositions()
        .refusal(call.organisation(), call.actor())
        .ifPresent(because -> {
          throw Refusal.of(403, because);
        });
  }

  public Answer get(Call call) {
    judge(call);
    return doors
        .suppositions()
        .look(call.organisation(), call.actor(), call.path("replay", text -> text))
        .map(replay -> Answer.ok(shown(call, replay)))
        .orElseThrow(Refusal::notFound);
  }

  private WhatIf shown(Call call, Replay replay) {
    Reading reading = new Reading(doors, call);
    return Supposed.replay(replay, row -> reading.maySee(new Scope.OfPlacement(row.placement())));
  }

  public Answer triggers(Call call) {
    ApplicationRow row =
        new Reading(doors, call).get(Tables.APPLICATIONS, call.path("application", text -> text));
    TriggerTest asked = call.json(TriggerTest.class);
    return Answer.ok(
        new TriggerTested(
            doors
                .suppositions()
                .triggers(
                    call.organisation(),
                    row.definition().name(),
                    asked.definition().map(file -> drafts.definition(row, file)),
                    happening(asked))
                .stream()
                .map(Supposed::fired)
                .toList()));
  }

  private static Happening happening(TriggerTest asked) {
    List<Happening> happenings =
        Stream.of(
                asked.push().map(name -> moved(RefName.ofBranch(named(name)))),
                asked.tag().map(name -> moved(RefName.ofTag(named(name)))),
                asked.type().<Happening>map(type -> new Happening.Announced(named(type))))
            .flatMap(Optional::stream)
            .toList();
    if (happenings.size() != 1) {
      throw Refusal.badRequest(
          "one-happening", "Say one of push, tag and type, and no more than one.");
    }
    return happenings.getFirst();
  }

  private static Happening moved(RefName ref) {
    return new Happening.Moved(ref);
  }

  private static String named(String name) {
    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
      throw Refusal.badRequest(
          "invalid-name",
          String.format(Locale.ROOT, "A name has 1 to %d characters.", NAME_LENGTH_MAX));
    }
    return name;
  }
}
