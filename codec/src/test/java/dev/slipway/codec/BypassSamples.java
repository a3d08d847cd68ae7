package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;

import dev.slipway.model.Remark;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.guardrail.GuardrailName;
import java.util.List;
import java.util.Map;

/** What owners let deliveries go past. */
final class BypassSamples {

  private static final Remark WHY = new Remark("Checkout is down.");

  static final List<Entry> ENTRIES =
      List.of(
          new GuardrailBypassed(
              Samples.DELIVERY, Samples.DIGEST, new GuardrailName("check ci/unit"), WHY, ALICE));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "command-received-bypass",
          new CommandReceived(
              ALICE,
              "key 5",
              new Command.Bypass(Samples.DELIVERY, Samples.DIGEST, GuardrailName.APPROVAL, WHY)));

  private BypassSamples() {}
}
