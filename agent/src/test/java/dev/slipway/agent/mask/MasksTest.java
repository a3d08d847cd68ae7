package dev.slipway.agent.mask;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.runtime.Log;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasksTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MEGABYTES = 5;

  private final Random chance = new Random(31);

  /** Bytes of which more may come. */
  private static final class Growing implements Log.Written {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public long first() {
      return 0;
    }

    @Override
    public long end() {
      return bytes.size();
    }

    @Override
    public void read(long offset, ByteBuffer into) {
      byte[] all = bytes.toByteArray();
      if (offset < all.length) {
        into.put(all, (int) offset, (int) Math.min(into.remaining(), all.length - offset));
      }
    }
  }

  @Test
  void no_form_of_a_secret_is_left_however_the_log_is_cut_while_it_grows() throws IOException {
    List<String> secrets = secrets();
    Masks masks = Masks.hiding(secrets.stream().map(it -> it.getBytes(UTF_8)).toList());
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        byte[] whole = ("plain <" + form + "> and " + form + " plain\n").getBytes(ISO_8859_1);
        String brought = brought(whole, masks);
        assertThat(brought)
            .as("%s of %s", form, secret)
            .hasSize(whole.length)
            .doesNotContain(form)
            .startsWith("plain <")
            .endsWith(" plain\n");
      }
    }
  }

  @Test
  void a_secret_within_anything_in_base64_is_hidden_at_every_place() throws IOException {
    for (String secret : secrets()) {
      Masks masks = Masks.hiding(List.of(secret.getBytes(UTF_8)));
      for (int before = 0; before < 6; before++) {
        String all = "x".repeat(before) + secret + "tail";
        String coded = Base64.getEncoder().encodeToString(all.getBytes(UTF_8));
        String hidden = masks.hide(coded);
        // Whoever decodes what is left gets nothing of the secret but its edges.
        String decoded =
            new String(Base64.getDecoder().decode(hidden.replace('*', 'A')), ISO_8859_1);
        int length = secret.getBytes(UTF_8).length;
        assertThat(decoded.substring(before + 1, before + length - 1)).matches("\0*");
      }
    }
  }

  /** As {@code base64}, PEM and mail do, and as reasons and indented documents do with lines. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " | ", "\n      ", "\n\t"})
  void a_secret_in_base64_is_hidden_wherever_the_line_ends(String between) throws IOException {
    String secret = "canary-4f1d / one and another";
    Masks masks = Masks.hiding(List.of(secret.getBytes(UTF_8)));
    String coded = Base64.getEncoder().encodeToString(("\n" + secret + " tail").getBytes(UTF_8));
    for (int end = 1; end < coded.length(); end++) {
      String lines = coded.substring(0, end) + between + coded.substring(end);
      String brought = brought(lines.getBytes(ISO_8859_1), masks);
      String left = brought.replace(between, "");
      String decoded = new String(Base64.getDecoder().decode(left.replace('*', 'A')), ISO_8859_1);
      assertThat(decoded.substring(4, secret.length() - 1)).as(lines).matches("\0*");
    }
  }

  @Test
  void a_line_is_not_kept_back_for_its_last_letters() throws IOException {
    Masks masks = Masks.hiding(List.of("hunter2-and-more".getBytes(UTF_8)));
    Growing growing = new Growing();
    growing.bytes.writeBytes("listens on a\n".getBytes(UTF_8));

    assertThat(new Masked(growing, masks, false).end()).isEqualTo(growing.end());
  }

  @Test
  void of_two_secrets_one_of_which_is_part_of_the_other_nothing_is_left() {
    Masks masks = Masks.of(List.of("hunter2".getBytes(UTF_8), "hunter2-and-more".getBytes(UTF_8)));
    assertThat(masks.hide("a hunter2-and-more b hunter2-and c"))
        .isEqualTo("a **************** b *******-and c");
  }

  @Test
  void a_reason_whose_beginning_was_cut_within_a_secret_does_not_show_its_end() {
    Masks masks = Masks.hiding(List.of("hunter2-and-more".getBytes(UTF_8)));
    assertThat(masks.hide("It failed. Its last lines: …r2-and-more | done"))
        .isEqualTo("It failed. Its last lines: …*********** | done");
    assertThat(masks.hide("It failed. Its last lines: and-more | done"))
        .isEqualTo("It failed. Its last lines: ******** | done");
  }

  @Test
  void what_holds_no_secret_is_the_same_bytes() {
    Masks masks = Masks.hiding(List.of("0123456789abcdef0123456789abcdef".getBytes(UTF_8)));
    byte[] bytes = new byte[MEGABYTES << 20];
    chance.nextBytes(bytes);
    byte[] same = bytes.clone();
    int _ = masks.hide(same, same.length);
    assertThat(same).isEqualTo(bytes);
  }

  /** What arrives of it, in random pieces while it is written in random pieces. */
  private String brought(byte[] whole, Masks masks) throws IOException {
    Growing growing = new Growing();
    StringBuilder brought = new StringBuilder();
    int written = 0;
    while (written < whole.length) {
      int count = Math.min(whole.length - written, 1 + chance.nextInt(9));
      growing.bytes.write(whole, written, count);
      written += count;
      bring(new Masked(growing, masks, false), brought, 1 + chance.nextInt(7));
    }
    Masked ended = new Masked(growing, masks, true);
    while (brought.length() < whole.length) {
      bring(ended, brought, 1 + chance.nextInt(7));
    }
    return brought.toString();
  }

  private static void bring(Masked masked, StringBuilder brought, int max) throws IOException {
    long end = masked.end();
    ByteBuffer into = ByteBuffer.allocate((int) Math.min(max, end - brought.length()));
    masked.read(brought.length(), into);
    brought.append(new String(into.array(), 0, into.position(), ISO_8859_1));
  }

  /** The forms that a log may hold, as bytes in Latin 1, made by other means than the masks. */
  private static List<String> forms(String secret) throws IOException {
    byte[] bytes = secret.getBytes(UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(secret.toUpperCase(Locale.ROOT));
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().encodeToString(bytes));
    forms.add(URLEncoder.encode(secret, UTF_8));
    forms.add(URLEncoder.encode(secret, UTF_8).replace("+", "%20"));
    String json = JSON.writeValueAsString(secret);
    forms.add(json.substring(1, json.length() - 1));
    forms.add(secret.replace("\n", "\r\n"));
    forms.add(secret.replace("\n", "\n+"));
    forms.add(secret.replace("\n", " | "));
    return forms.stream().map(form -> new String(form.getBytes(UTF_8), ISO_8859_1)).toList();
  }

  private static List<String> secrets() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            MasksTest.class.getResourceAsStream("/hostile/secrets-in-output.json"))) {
      return JSON.readTree(in).path("secrets").valueStream().map(JsonNode::asText).toList();
    }
  }
}
