/** What the tests of several modules share: recorded answers, hurried time, and a vendor that does not exist. */
@NullMarked
package dev.connectioncheck.testing;

import org.jspecify.annotations.NullMarked;
