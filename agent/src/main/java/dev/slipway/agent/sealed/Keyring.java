package dev.slipway.agent.sealed;

import dev.slipway.codec.Digests;
import dev.slipway.codec.EnvironmentKeyPair;
import dev.slipway.model.Bytes;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.files.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an agent has of its environment's key, in a folder of its own: {@code key} (0600), the one
 * that it has made in case there is none, {@code candidate} (0600), those that were the
 * environment's before, {@code former-…} (0600), and secrets as they were sealed, {@code
 * NAME@VERSION}. Not thread-safe.
 */
public final class Keyring {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final String KEY = "key";
  private static final String CANDIDATE = "candidate";
  private static final String FORMER = "former-";

  private final Path folder;
  private final SecureRandom chance;

  private Keyring(Path folder, SecureRandom chance) {
    this.folder = folder;
    this.chance = chance;
  }

  /** Opens a folder, which is made when there is none. */
  public static Keyring open(Path folder, SecureRandom chance) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new Keyring(folder, chance);
  }

  /** The environment's key, as far as it is known here. */
  Optional<EnvironmentKeyPair> key() throws IOException {
    return read(folder.resolve(KEY));
  }

  /** The key that was made here, if one was. */
  Optional<EnvironmentKeyPair> made() throws IOException {
    return read(folder.resolve(CANDIDATE));
  }

  /** A key that could become the environment's, drawn when it is first asked for. */
  EnvironmentKeyPair candidate() throws IOException {
    if (made().isEmpty()) {
      write(folder.resolve(CANDIDATE), EnvironmentKeyPair.generate(chance));
    }
    return made().orElseThrow();
  }

  /** Every key that is or was the environment's, the present one first. */
  List<EnvironmentKeyPair> all() throws IOException {
    List<EnvironmentKeyPair> all = new ArrayList<>();
    key().ifPresent(all::add);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Keyring::isFormer).sorted().toList()) {
        read(file).ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  private static boolean isFormer(Path file) {
    return String.valueOf(file.getFileName()).startsWith(FORMER);
  }

  /** Has this be the environment's key from now on; the one before stays for what it opens. */
  void keep(EnvironmentKeyPair key) throws IOException {
    Optional<EnvironmentKeyPair> before = key();
    if (before.isPresent()) {
      byte[] name = before.orElseThrow().publicKey().base64().getBytes(StandardCharsets.US_ASCII);
      write(folder.resolve(FORMER + Digests.sha256(name).hex()), before.orElseThrow());
    }
    write(folder.resolve(KEY), key);
    Files.deleteIfExists(folder.resolve(CANDIDATE));
  }

  /** A secret as it was sealed, if it was brought here. */
  Optional<Bytes> sealed(SecretReference.Sealed reference) throws IOException {
    Path file = file(reference);
    return Files.exists(file) ? Optional.of(Bytes.of(Files.readAllBytes(file))) : Optional.empty();
  }

  void keep(SecretReference.Sealed reference, Bytes sealed) throws IOException {
    write(file(reference), sealed.toArray());
  }

  /** The names of secrets hold no {@code @}, and what has one is neither of the keys. */
  private Path file(SecretReference.Sealed reference) {
    return folder.resolve(reference.name() + "@" + reference.version());
  }

  private static Optional<EnvironmentKeyPair> read(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(
            EnvironmentKeyPair.of(Base64.getDecoder().decode(Files.readString(file).strip())))
        : Optional.empty();
  }

  private static void write(Path file, EnvironmentKeyPair key) throws IOException {
    write(file, Base64.getEncoder().encode(key.privateBytes()));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling("fresh.part");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER));
    Files.write(fresh, content);
    Durable.force(fresh);
    Durable.move(fresh, file);
  }
}
