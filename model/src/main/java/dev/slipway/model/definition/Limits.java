package dev.slipway.model.definition;

import java.util.Optional;

/**
 * What each process of a service may use at most; what is absent is as the target has it.
 *
 * @param memoryMebibytes of address space, for each of its processes
 * @param openFiles at a time, for each of its processes
 * @param processes and threads at a time of the user that it runs as; not enforced for root
 */
public record Limits(
    Optional<Integer> memoryMebibytes, Optional<Integer> openFiles, Optional<Integer> processes) {}
