/// Tests of the reports.
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
