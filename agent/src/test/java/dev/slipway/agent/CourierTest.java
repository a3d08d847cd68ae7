package dev.slipway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.agent.mask.Masks;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Log;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CourierTest {

  private static final Duration WHILE = Duration.ofSeconds(30);

  private final Stage stage = new Stage();
  private final Paper first = new Paper();
  private final Paper second = new Paper();

  /** Something that writes, and may lose its beginning. */
  private static final class Paper implements Log.Written {
    private final StringBuilder text = new StringBuilder();
    private long first;
    private boolean ended;
    private int looks;

    @Override
    public long first() {
      looks++;
      return first;
    }

    @Override
    public long end() {
      return text.length();
    }

    @Override
    public void read(long offset, ByteBuffer into) {
      byte[] all = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      into.put(all, (int) offset, (int) Math.min(into.remaining(), all.length - offset));
    }
  }

  CourierTest() {
    stage.archives.clear();
    stage.commands.logs = () -> List.of(log("command", first), log("other", second));
    stage.order(3, 1, Stage.command());
  }

  private static Log log(String instance, Paper paper) {
    return new Log(
        new Fence(1, new Position(3)), new ServiceName("web"), instance, paper, paper.ended);
  }

  @Test
  void what_is_written_arrives_while_it_is_written_and_its_end_is_told() {
    stage.boot();
    first.text.append("one\n");
    stage.pass(WHILE);
    assertThat(stage.archive.text("command")).isEqualTo("one\n");
    first.text.append("two\n");
    stage.pass(WHILE);
    assertThat(stage.archive.text("command")).isEqualTo("one\ntwo\n");
    assertThat(stage.archive.finished).isEmpty();
    first.ended = true;
    stage.pass(WHILE);
    assertThat(stage.archive.finished).containsExactly("command");
    int before = stage.archive.parcels.size();
    stage.pass(WHILE);
    assertThat(stage.archive.parcels).hasSize(before);
  }

  @Test
  void short_logs_that_have_ended_arrive_in_one_parcel_and_are_not_looked_into_again() {
    first.text.append("all\n");
    first.ended = true;
    second.ended = true;
    stage.boot();
    stage.pass(WHILE);
    assertThat(stage.archive.text("command")).isEqualTo("all\n");
    assertThat(stage.archive.finished).containsExactlyInAnyOrder("command", "other");
    assertThat(stage.archive.parcels).hasSize(1);
    int looks = first.looks;
    stage.pass(WHILE);
    assertThat(first.looks).isEqualTo(looks);
  }

  @Test
  void after_a_crash_of_either_it_goes_on_where_the_server_is() {
    stage.boot();
    first.text.append("before ");
    stage.pass(WHILE);
    stage.away = true;
    first.text.append("meanwhile ");
    stage.pass(WHILE);
    stage.boot();
    first.text.append("after");
    stage.away = false;
    stage.pass(WHILE.multipliedBy(4));
    assertThat(stage.archive.text("command")).isEqualTo("before meanwhile after");
  }

  @Test
  void a_server_that_lost_the_end_of_a_log_is_sent_it_again() {
    stage.boot();
    first.text.append("durable and not");
    stage.pass(WHILE);
    stage.archive.cut("command", 8);
    first.text.append(" at all");
    stage.pass(WHILE);
    assertThat(stage.archive.text("command")).isEqualTo("durable and not at all");
  }

  @Test
  void a_long_log_leaves_room_for_the_others() {
    stage.boot();
    first.text.append("x".repeat(5 << 20));
    second.text.append("short");
    stage.pass(WHILE);
    assertThat(stage.archive.text("command")).hasSize(5 << 20);
    assertThat(stage.archive.text("other")).isEqualTo("short");
    assertThat(stage.archive.parcels.stream().limit(3))
        .anyMatch(parcel ->
            parcel.chunks().stream()
                .anyMatch(it -> it.instance().equals("other") && it.length() == 5));
  }

  @Test
  void a_secret_is_hidden_even_if_it_is_written_in_two_halves_and_in_a_reason() {
    stage.masks = Masks.hiding(List.of("hunter2-and-more".getBytes(StandardCharsets.UTF_8)));
    stage.commands.result =
        Optional.of(new Outcome.Failed(new Reason("exit-code", "It said hunter2-and-more.")));
    stage.boot();
    first.text.append("it is hunter2-");
    stage.pass(WHILE);
    assertThat(stage.archive.text("command")).isEqualTo("it is ");
    first.text.append("and-more\nhunt");
    first.ended = true;
    stage.pass(WHILE);
    assertThat(stage.archive.text("command")).isEqualTo("it is ****************\nhunt");
    assertThat(stage.reports.toString())
        .contains("It said ****************.")
        .doesNotContain("hunter2");
  }

  @Test
  void what_was_given_up_before_it_was_sent_is_said_to_be_lost() {
    stage.boot();
    first.text.append("0123456789");
    first.first = 4;
    stage.pass(Duration.ofSeconds(2));
    assertThat(stage.archive.parcels.get(1).chunks().getFirst().lost()).isTrue();
    assertThat(stage.archive.parcels.get(1).chunks().getFirst().offset()).isEqualTo(4);
  }
}
