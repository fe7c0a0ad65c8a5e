/**
 * Finding secrets, and masking them in whatever is shown. Every form and looks of a secret belongs here; which settings
 * of a vendor are secret is the vendor module's knowledge.
 */
@NullMarked
package dev.connectioncheck.internal.secret;

import org.jspecify.annotations.NullMarked;
