package hedgerow.pricing.kernel;

/// The normal tail `N(-y) = p(x)^4` for `0 <= y <= 8.45`, where `x = (4y/8.45 - 4.5)^2 - 10.25` and
/// `p` is a polynomial of degree 17.
///
/// The fourth root of the tail is so smooth that one polynomial does for the whole range, without a
/// division, an exponential or a branch. The square draws the zeros that the tail has at complex
/// arguments away from the range, which saves four degrees. `p` is the minimax polynomial for the
/// absolute error of `p^4`: Remez exchange (1) on `N^(1/4)` with the weight `4 N^(3/4)`, not below
/// 3e-12, in 34-digit arithmetic, right at the far end. There `1/2 - p^4` rounds to one half, so
/// that what lies beyond the range counts as certain. The error is 3.7e-16 before rounding and
/// 9e-16 in `double`.
///
/// `x` runs from 10 at zero to -10 at the end; `p` grows without bound outside: clamp first.
///
/// Source: (1) E. Ya. Remez, "Sur le calcul effectif des polynômes d'approximation de Tchebichef",
/// Comptes rendus 199 (1934) 337-340.
final class NormalTail {
    /// The largest argument; beyond it the tail is below 2e-17.
    static final double RANGE = 8.45;

    /// The middle of the squares of `4y/RANGE - 4.5`.
    static final double MIDDLE = 10.25;

    static final double C0 = 0.23489777793576114;
    static final double C1 = 0.058999888544829855;
    static final double C2 = 0.00302810188464097;
    static final double C3 = -0.00025347531148689137;
    static final double C4 = -1.477587202269815e-05;
    static final double C5 = 1.1526051596134132e-06;
    static final double C6 = 2.9923217372218453e-08;
    static final double C7 = -3.772892747734699e-09;
    static final double C8 = 2.7601350260351422e-11;
    static final double C9 = 6.6690045516768285e-12;
    static final double C10 = -2.565710428637659e-13;
    static final double C11 = -2.05207235178548e-15;
    static final double C12 = 4.230478296403955e-16;
    static final double C13 = -1.161321125702283e-17;
    static final double C14 = -6.454498138579752e-20;
    static final double C15 = 1.397823314908671e-20;
    static final double C16 = -4.385214856247311e-22;
    static final double C17 = 5.1311209758161376e-24;

    private NormalTail() {}
}
