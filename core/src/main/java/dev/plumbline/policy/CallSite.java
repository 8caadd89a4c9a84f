package dev.plumbline.policy;

import dev.plumbline.design.Step;
import java.util.Optional;

/// A step that calls something, and the circumstances in which it does.
///
/// @param path the path on which it stands
/// @param rate how often it is made at peak, per second; 0 on paths that are only taken as a fallback
/// @param caller the call around it that gives up first, if one around it gives up at all
record CallSite(String path, Step.Call call, double rate, Optional<Step.Call> caller) {}
