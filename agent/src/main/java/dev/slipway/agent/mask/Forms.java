package dev.slipway.agent.mask;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The forms in which a secret value may show up: as it is, in upper or lower case, with other line
 * breaks, in URLs, in JSON, and inside of anything in Base64. Stateless.
 */
final class Forms {

  /** A line of a longer value is a secret by itself from this length on. */
  private static final int LINE_LENGTH_MIN = 12;

  /** As programs, differences, quotations and reasons write what has several lines. */
  private static final List<String> BREAKS =
      List.of("\r\n", "\r", "\n+", "\n-", "\n ", "\n> ", "\n\t", " | ", " ");

  private static final int BASE64_BITS = 6;

  private Forms() {}

  /** All forms of a value but those in Base64, each once. */
  static Collection<byte[]> of(byte[] value) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    for (byte[] variant : variants(value)) {
      keep(forms, variant);
      text(variant).forEach(form -> keep(forms, form.getBytes(StandardCharsets.ISO_8859_1)));
    }
    return forms.values();
  }

  /** All forms in Base64, each once, without line breaks. */
  static Collection<byte[]> base64(byte[] value) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    for (byte[] variant : variants(value)) {
      shifted(variant).forEach(form -> keep(forms, form.getBytes(StandardCharsets.ISO_8859_1)));
    }
    return forms.values();
  }

  private static void keep(Map<String, byte[]> forms, byte[] form) {
    if (form.length > 0) {
      forms.put(new String(form, StandardCharsets.ISO_8859_1), form);
    }
  }

  private static List<byte[]> variants(byte[] value) {
    List<byte[]> variants = new ArrayList<>(List.of(value));
    String text = new String(value, StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)) {
      List<String> texts = new ArrayList<>(List.of(text));
      if (text.contains("\n")) {
        String plain = text.replace("\r\n", "\n");
        BREAKS.forEach(with -> texts.add(plain.replace("\n", with)));
        plain.lines().filter(line -> line.length() >= LINE_LENGTH_MIN).forEach(texts::add);
      }
      for (String one : texts) {
        variants.add(utf8(one));
        variants.add(utf8(one.toUpperCase(Locale.ROOT)));
        variants.add(utf8(one.toLowerCase(Locale.ROOT)));
      }
    }
    return variants;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** In URLs and in JSON, in the ways in which the usual libraries write them. */
  private static List<String> text(byte[] value) {
    List<String> forms = new ArrayList<>();
    IntPredicate unreserved = c -> isWord(c) || "-._~".indexOf(c) >= 0;
    IntPredicate component = unreserved.or(c -> "!'()*".indexOf(c) >= 0);
    IntPredicate form = c -> isWord(c) || "-._*".indexOf(c) >= 0;
    IntPredicate path = component.or(c -> "$&+,;=:@".indexOf(c) >= 0);
    IntPredicate whole = path.or(c -> "/?#".indexOf(c) >= 0);
    for (IntPredicate safe : List.of(unreserved, component, form, path, whole)) {
      for (String space : List.of("%20", "+")) {
        String url = url(value, safe, space);
        forms.add(url);
        forms.add(url.replaceAll("%2F", "/"));
        forms.add(lowerHex(url));
      }
    }
    String text = new String(value, StandardCharsets.UTF_8);
    for (boolean slashes : List.of(false, true)) {
      for (boolean markup : List.of(false, true)) {
        forms.add(latin(json(text, false, slashes, markup)));
        forms.add(latin(json(text, true, slashes, markup)));
        forms.add(latin(json(text, true, slashes, markup).replace("\\u00", "\\x")));
      }
    }
    return forms;
  }

  private static boolean isWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static String url(byte[] value, IntPredicate safe, String space) {
    StringBuilder url = new StringBuilder();
    for (byte one : value) {
      int c = Byte.toUnsignedInt(one);
      if (c == ' ') {
        url.append(space);
      } else if (safe.test(c)) {
        url.append((char) c);
      } else {
        url.append("%%%02X".formatted(c));
      }
    }
    return url.toString();
  }

  private static String lowerHex(String url) {
    StringBuilder lower = new StringBuilder(url);
    for (int i = url.indexOf('%'); i >= 0; i = url.indexOf('%', i + 1)) {
      lower.replace(i, i + 3, url.substring(i, i + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  /** As bytes of UTF-8, one character each. */
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String json(String text, boolean ascii, boolean slashes, boolean markup) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '/' -> json.append(slashes ? "\\/" : "/");
        default -> {
          boolean hide = c < ' ' || (ascii && c > '~') || (markup && "<>&='+".indexOf(c) >= 0);
          json.append(hide ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
      }
    }
    return json.toString();
  }

  /** At each of the three places that a byte can have in a group, inside and at the end. */
  private static List<String> shifted(byte[] value) {
    List<String> forms = new ArrayList<>();
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (int before = 0; before < 3; before++) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[before]);
        bytes.writeBytes(value);
        byte[] all = bytes.toByteArray();
        String padded = encoder.encodeToString(all);
        String bare = encoder.withoutPadding().encodeToString(all);
        int first = (before * Byte.SIZE + BASE64_BITS - 1) / BASE64_BITS;
        int inner = all.length * Byte.SIZE / BASE64_BITS;
        forms.add(padded.substring(first, inner));
        forms.add(bare.substring(first));
        forms.add(padded.substring(first));
      }
    }
    return forms;
  }
}
