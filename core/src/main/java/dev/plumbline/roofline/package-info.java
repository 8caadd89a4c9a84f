/// The arithmetic of transformers on accelerators: FLOPs, bytes, and the time below which no hardware gets. Plain
/// numbers in, plain numbers out; nothing here knows where they come from.
@org.jspecify.annotations.NullMarked
package dev.plumbline.roofline;
