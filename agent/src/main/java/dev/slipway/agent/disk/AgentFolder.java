package dev.slipway.agent.disk;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.agent.Identity;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.PublicKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.runtime.files.Durable;
import dev.slipway.wire.agent.EnrolResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * All that one agent keeps, in a folder that only its owner can enter: {@code key} (0600), {@code
 * identity.json}, {@code server}, {@code journal}, {@code archives/}, {@code processes/}, {@code
 * commands/} and {@code external/}.
 */
public final class AgentFolder {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private AgentFolder(Path folder) {
    this.folder = folder;
  }

  /** Opens a folder, which is made when there is none. */
  public static AgentFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new AgentFolder(folder.toAbsolutePath());
  }

  /** The agent's key, drawn when it is first asked for. */
  public SigningKey key(SecureRandom chance) throws IOException {
    Path file = folder.resolve("key");
    if (!Files.exists(file)) {
      Path fresh = folder.resolve("key.part");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      SigningKey key = SigningKey.generate(chance);
      Files.writeString(fresh, Base64.getEncoder().encodeToString(key.privateBytes()));
      Durable.force(fresh);
      Durable.move(fresh, file);
    }
    return SigningKey.of(Base64.getDecoder().decode(Files.readString(file).strip()));
  }

  /** Who the agent is, once it was let in. */
  public Optional<Identity> identity() throws IOException {
    Path file = folder.resolve("identity.json");
    return Files.exists(file)
        ? Optional.of(identity(JSON.readValue(Files.readString(file), EnrolResponse.class)))
        : Optional.empty();
  }

  /** Where the server was when it let the agent in. */
  public Optional<URI> server() throws IOException {
    Path file = folder.resolve("server");
    return Files.exists(file)
        ? Optional.of(URI.create(Files.readString(file).strip()))
        : Optional.empty();
  }

  /** Keeps what the server answered when it let the agent in, and where it was then. */
  public Identity keep(EnrolResponse response, URI server) throws IOException {
    Identity identity = identity(response);
    Durable.write(folder.resolve("server"), server + "\n");
    Durable.write(folder.resolve("identity.json"), JSON.writeValueAsString(response));
    return identity;
  }

  public Path journal() {
    return folder.resolve("journal");
  }

  /** Where the owner of the target puts secret values, one file each. */
  public Path secrets() {
    return folder.resolve("secrets");
  }

  /** Names the variables of the agent that may be given to what it starts, one on each line. */
  public Path secretVariables() {
    return folder.resolve("secret-variables");
  }

  /** Where the owner of the target puts programs that answer with secret values. */
  public Path secretPrograms() {
    return folder.resolve("secret-programs");
  }

  /** Says where the store of secrets is, and which part of it may be read. */
  public Path vault() {
    return folder.resolve("vault.json");
  }

  /** With which the store is asked. */
  public Path vaultToken() {
    return folder.resolve("vault-token");
  }

  /** What the agent has of the key of its environment, and what is sealed to it. */
  public Path sealed() {
    return folder.resolve("sealed");
  }

  public Path archives() {
    return folder.resolve("archives");
  }

  public Path processes() {
    return folder.resolve("processes");
  }

  /** Of a forwarder that this agent has for itself. */
  public Path forwarder() {
    return folder.resolve("forwarder");
  }

  public Path external() {
    return folder.resolve("external");
  }

  public Path commands() {
    return folder.resolve("commands");
  }

  private static Identity identity(EnrolResponse response) {
    return new Identity(
        new ActorId(response.agent()),
        new Organisation(response.organisation()),
        new TargetId(
            new EnvironmentName(response.environment()), new TargetName(response.target())),
        new PublicKey(response.root()),
        response.certificates().stream().map(Bytes::ofUtf8).toList());
  }
}
