package dev.slipway.source.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.model.event.Event;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What holds for the webhooks of every Git host besides: they name branches. */
public abstract class GitReceiverContract extends ReceiverContract {

  @Test
  void a_hostile_branch_stays_text() throws IOException {
    ObjectNode body = (ObjectNode) JSON.readTree(recorded(push()));
    for (JsonNode branch : JSON.readTree(hostile()).get("branches")) {
      body.put("ref", "refs/heads/" + branch.get("name").textValue());
      Recognition recognition =
          genuine(pushEvent(), body.toString().getBytes(StandardCharsets.UTF_8));
      if (recognition instanceof Recognised(Event.RefsHinted hint, String _)) {
        assertThat(hint.refs().getFirst().value()).isEqualTo(body.get("ref").textValue());
      } else {
        assertThat(recognition).isInstanceOf(Refused.class);
        assertThat(branch.get("refAcceptedByGit").booleanValue()).isFalse();
      }
    }
  }

  private static byte[] hostile() {
    String name = "branch-names.json";
    return read(ReceiverContract.class.getResourceAsStream(name), name);
  }
}
