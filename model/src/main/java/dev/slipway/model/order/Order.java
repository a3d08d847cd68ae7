package dev.slipway.model.order;

import dev.slipway.model.Fence;

/** An order as it is signed: the body and the fence that its {@code OrderIssued} entry gave it. */
public record Order(Fence fence, OrderBody body) {}
