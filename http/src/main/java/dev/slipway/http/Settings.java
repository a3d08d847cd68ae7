package dev.slipway.http;

import dev.slipway.loop.door.Agents;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the server listens and what it says of itself.
 *
 * @param port 0 for any free one
 * @param root the offline root's public key in Base64, which agents pin when they enrol
 * @param certificates the keys that the root certified
 * @param certify the root's certificate of an agent, as text
 * @param secrets draws texts that nobody can guess; they name requests and wishes without a name
 * @param healthy whether the server can do its work
 */
public record Settings(
    String host,
    int port,
    String version,
    String root,
    Supplier<List<String>> certificates,
    Function<Agents.Enrolled, String> certify,
    InstantSource clock,
    Supplier<String> secrets,
    BooleanSupplier healthy) {}
