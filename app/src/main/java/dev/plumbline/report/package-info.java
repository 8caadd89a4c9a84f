/// An assessment as a person or a program reads it: terminal, JSON, Markdown, SARIF, JUnit. Every report is a pure
/// function of the assessment.
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
