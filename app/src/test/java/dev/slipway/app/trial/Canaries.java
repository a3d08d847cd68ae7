package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values that must be nowhere, in each form in which they may have got there.
 *
 * @param values none of which is within another
 */
record Canaries(Collection<String> values) {

  private static final int BASE64_GROUP = 3;
  private static final List<String> LISTS =
      List.of(
          "activity?limit=100",
          "events?limit=100",
          "shipments?limit=100",
          "applications/shop",
          "applications/shop/environments/staging",
          "applications/shop/environments/staging/why",
          "applications/shop/environments/staging/explanation",
          "applications/shop/environments/staging/deliveries?limit=100",
          "applications/shop/environments/staging/deliveries/2/difference",
          "targets");

  /** Where one is found in what the API answers, with all logs of both deliveries. */
  List<String> in(Api api) {
    List<String> found = new ArrayList<>();
    for (String list : LISTS) {
      found.addAll(in(list, answer(api, "/api/v1/" + list)));
    }
    for (int number = 1; number <= 2; number++) {
      String delivery = "/api/v1/applications/shop/environments/staging/deliveries/" + number;
      found.addAll(in(delivery, answer(api, delivery)));
      for (JsonNode log : api.get(delivery + "/logs").path("items")) {
        String path = delivery + "/logs/" + log.path("id").asText();
        found.addAll(in(path, answer(api, path)));
      }
    }
    return found;
  }

  /** Where one is found in any file of a folder. */
  List<String> under(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> in(folder.relativize(file).toString(), read(file)).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a folder that hold a text. */
  static List<Path> holding(Path folder, String text) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> read(file).contains(text)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which are found in a text; never the value itself, for this is printed. */
  List<String> in(String where, String text) {
    return values.stream()
        .flatMap(value ->
            forms(value)
                .filter(text::contains)
                .map(form -> value.substring(0, value.indexOf(' ')) + " in " + where))
        .distinct()
        .toList();
  }

  private static String answer(Api api, String path) {
    Api.Answer answer = api.send("GET", path, api.authorised(), "");
    if (answer.status() != 200) {
      throw new AssertionError(path + " is answered " + answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> forms(String value) {
    String json = TextNode.valueOf(value).toString();
    List<String> forms =
        new ArrayList<>(
            List.of(
                value,
                json.substring(1, json.length() - 1),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
    for (int before = 0; before < BASE64_GROUP; before++) {
      String shifted = "x".repeat(before) + value;
      int whole = shifted.length() / BASE64_GROUP * BASE64_GROUP;
      byte[] bytes = shifted.substring(0, whole).getBytes(StandardCharsets.ISO_8859_1);
      String base64 = Base64.getEncoder().encodeToString(bytes);
      forms.add(before == 0 ? base64 : base64.substring(4));
    }
    return forms.stream();
  }
}
