package dev.slipway.agent.port;

import dev.slipway.runtime.Adapter;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * All that an agent is given.
 *
 * @param commands runs commands (RECORDED)
 * @param processes keeps processes (OBSERVABLE)
 * @param secrets what must not leave this target
 * @param aboutKeys is run when the server says that there is something about the key of the
 *     environment
 * @param version of this program
 * @param boot drawn at random for this life of the agent
 * @param machine which start of the machine this is
 * @param log takes lines for the operator of the machine
 */
public record Ports(
    Transport transport,
    Scheduler scheduler,
    Disk disk,
    Workers workers,
    ArchiveStore archives,
    InstantSource clock,
    RandomGenerator chance,
    Adapter commands,
    Adapter processes,
    Secrets secrets,
    Runnable aboutKeys,
    String version,
    String boot,
    String machine,
    Consumer<String> log) {}
