package hedgerow.pricing.kernel;

/// The normal tail `N(-y) = p(x)^4` for `0 <= y <= 8.45`, where `x = (4y/8.45 - 4.5)^2 - 13.5` and
/// `p` is a polynomial of degree 17.
///
/// The fourth root of the tail is so smooth that one polynomial does for the whole range, without a
/// division, an exponential or a branch. The square draws the zeros that the tail has at complex
/// arguments away from the range, which saves four degrees. `p` is the minimax polynomial for the
/// absolute error of `p^4`: Remez exchange (1) on `N^(1/4)` with the weight `4 N^(3/4)`, not below
/// 3e-12, in 34-digit arithmetic, right at the far end. There `1/2 - p^4` rounds to one half, so
/// that what lies beyond the range counts as certain. The error is 3.7e-16 before rounding and
/// 1.4e-15 in `double`.
///
/// With `z = x^2`, the roots of its odd part in `z` are divided out of `p` one after another, as
/// Eve does (2): what remains of each division is even, and so a term shorter than a step of
/// Horner's. Two of the roots are real and six are pairs, hence
///
/// ```
/// q = LINE_0 + LINE_1 x
/// q = REST_5 + (z + ROOT_5) q
/// q = REST_4 + (z + ROOT_4) q
/// q = (REST_3 + SLOPE_3 z) + ((z + SUM_3) z + PRODUCT_3) q      and so on for pairs 2 and 1
/// ```
///
/// which takes 29 operations for Horner's 34, and no step waits for more than one multiplication
/// and one addition. The middle of `x` and the order of the roots are those that round best.
///
/// `x` runs from 6.75 at zero to -13.25 at the end; `p` grows without bound outside: clamp first.
///
/// Sources: (1) E. Ya. Remez, "Sur le calcul effectif des polynômes d'approximation de Tchebichef",
/// Comptes rendus 199 (1934) 337-340; (2) J. Eve, "The evaluation of polynomials", Numerische
/// Mathematik 6 (1964) 17-21.
final class NormalTail {
    /// The largest argument; beyond it the tail is below 2e-17.
    static final double RANGE = 8.45;

    /// The middle of the squares of `4y/RANGE - 4.5`.
    static final double MIDDLE = 13.5;

    static final double LINE_0 = -1.5502705171088947e-22;
    static final double LINE_1 = 5.1311209758161376e-24;

    static final double ROOT_5 = 688.7009154431603;
    static final double REST_5 = 1.3691358725016057e-19;

    static final double ROOT_4 = 1234.6720543900415;
    static final double REST_4 = -4.050746485816189e-17;

    static final double SUM_3 = -836.6557232718312;
    static final double PRODUCT_3 = 349240.2893944714;
    static final double SLOPE_3 = 5.970326227791483e-15;
    static final double REST_3 = -1.1071155921489143e-11;

    static final double SUM_2 = -1209.765248906759;
    static final double PRODUCT_2 = 398839.37503333844;
    static final double SLOPE_2 = -5.039319187463718e-10;
    static final double REST_2 = 4.001825335793083e-08;

    static final double SUM_1 = -160.3264938889655;
    static final double PRODUCT_1 = 114029.37452312348;
    static final double SLOPE_1 = -0.0001992895895803302;
    static final double REST_1 = 0.9998702464691281;

    private NormalTail() {}
}
