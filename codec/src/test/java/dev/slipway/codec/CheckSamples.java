package dev.slipway.codec;

import static dev.slipway.codec.Samples.DIGEST;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.REASON;
import static dev.slipway.codec.Samples.REPOSITORY;
import static dev.slipway.codec.Samples.SHA;
import static dev.slipway.codec.Samples.SHOP;

import dev.slipway.model.Link;
import dev.slipway.model.SourceName;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.event.Event;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is read of checks where they are kept. */
final class CheckSamples {

  static final Entry READ =
      new ChecksRead(
          SHOP,
          SHA,
          List.of(
              new Check(
                  new CheckName("Unit tests (é)"),
                  CheckState.SUCCESS,
                  Optional.empty(),
                  Optional.of(new Link("https://ci.example/42")),
                  NOON)),
          Optional.empty());

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "checks-read-not",
          new ChecksRead(SHOP, SHA, List.of(), Optional.of(REASON)),
          "event-received-checks",
          new EventReceived(
              new SourceName("github"), DIGEST, new Event.ChecksHinted(REPOSITORY, SHA)));

  private CheckSamples() {}
}
