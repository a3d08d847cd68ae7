package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.slipway.model.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the files of a host right before ssh gets them: ssh says of most of this only that the
 * host refused the key.
 */
final class SshFiles {

  private static final int SIZE_MAX = 1024 * 1024;

  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN (?<kind>[A-Z ]*)PRIVATE KEY-----\\s(?<body>.*)"
              + "-----END \\k<kind>PRIVATE KEY-----\\s*",
          Pattern.DOTALL);

  private static final Set<PosixFilePermission> WRITING =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /**
   * How a key of OpenSSH without a password begins: the format's name, a zero, and the name of the
   * cipher with its length (PROTOCOL.key of OpenSSH).
   */
  private static final String WITHOUT_PASSWORD = "openssh-key-v1\0\0\0\0\4none";

  private SshFiles() {}

  /** What is wrong with them; absent when ssh may have them. */
  static Optional<Reason> fault(SshHost host) {
    return keyFault(host.key()).or(() -> hostsFault(host.knownHosts()));
  }

  private static Optional<Reason> keyFault(Path key) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
      if (permissions.stream().anyMatch(SshFiles::isOthers)) {
        return open("repository-ssh-key-open", key, "be read or written", permissions, "600");
      }
      return Optional.of(text(key))
          .filter(text -> !isPlainKey(text))
          .map(_ ->
              new Reason(
                  "repository-ssh-key",
                  "The file "
                      + key.getFileName()
                      + " has to hold one private key without a password, of OpenSSH or as"
                      + " PEM."));
    } catch (IOException unreadable) {
      return missing("repository-ssh-key", key);
    }
  }

  private static Optional<Reason> hostsFault(Path hosts) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(hosts);
      return permissions.stream().anyMatch(WRITING::contains)
          ? open("repository-known-hosts-open", hosts, "be written", permissions, "644")
          : Optional.of(text(hosts))
              .filter(String::isBlank)
              .map(_ ->
                  new Reason(
                      "repository-known-hosts",
                      "The file " + hosts.getFileName() + " has to hold the host's keys."));
    } catch (IOException unreadable) {
      return missing("repository-known-hosts", hosts);
    }
  }

  private static boolean isOthers(PosixFilePermission permission) {
    return switch (permission) {
      case OWNER_READ, OWNER_WRITE, OWNER_EXECUTE -> false;
      case GROUP_READ, GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE ->
          true;
    };
  }

  private static Optional<Reason> open(
      String code, Path file, String what, Set<PosixFilePermission> permissions, String mode) {
    return Optional.of(
        new Reason(
            code,
            "The file %1$s in the server's folder of secret files may %2$s by others than its owner"
                    .formatted(file.getFileName(), what)
                + " (%s); chmod %s it."
                    .formatted(PosixFilePermissions.toString(permissions), mode)));
  }

  private static Optional<Reason> missing(String code, Path file) {
    return Optional.of(
        new Reason(
            code,
            "The file %s cannot be read in the server's folder of secret files."
                .formatted(file.getFileName())));
  }

  /** What stands in a plain file; anything else, such as a pipe, might keep us waiting. */
  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("no plain file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(SIZE_MAX + 1);
      if (content.length > SIZE_MAX) {
        throw new IOException("more than " + SIZE_MAX + " bytes");
      }
      return new String(content, ISO_8859_1);
    }
  }

  private static boolean isPlainKey(String text) {
    Matcher pem = PEM.matcher(text);
    if (!pem.matches()) {
      return false;
    }
    String body = pem.group("body");
    return switch (pem.group("kind")) {
      case "OPENSSH " -> isWithoutPassword(body);
      case "ENCRYPTED " -> false;
      default -> !body.contains("ENCRYPTED");
    };
  }

  private static boolean isWithoutPassword(String body) {
    try {
      return new String(Base64.getMimeDecoder().decode(body), ISO_8859_1)
          .startsWith(WITHOUT_PASSWORD);
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }
}
