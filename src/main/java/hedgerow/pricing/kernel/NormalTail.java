package hedgerow.pricing.kernel;

/// The normal tail `N(-y) = p(z)^4` for `0 <= y <= 8.25`, where `z = 2y/8.25 - 1` and `p` is a
/// polynomial of degree 21.
///
/// The fourth root of the tail is so smooth that one polynomial does for the whole range, without a
/// division, an exponential or a branch. `p` is the minimax polynomial for the absolute error of
/// `p^4`: Remez exchange (1) on `N^(1/4)` with the weight `4 N^(3/4)`, in 40-digit arithmetic, with
/// `p(1) = 5e-5` held fixed so that `1/2 - p(1)^4` rounds to one half and what lies beyond the
/// range counts as certain. The error is 7.9e-16 before rounding and 1.2e-15 in `double`; a degree
/// less would cost a factor of three, and a degree more does not fit the loops that the compiler
/// unrolls.
///
/// The arguments in the kernels are `2z`, so each coefficient is halved as often as its power says,
/// which is exact. `p` grows without bound outside the range: clamp first.
///
/// Source: (1) E. Ya. Remez, "Sur le calcul effectif des polynômes d'approximation de Tchebichef",
/// Comptes rendus 199 (1934) 337-340.
final class NormalTail {
    /// The largest argument; beyond it the tail is below 1e-16.
    static final double RANGE = 8.25;

    static final double C0 = 0.06561578471078741;
    static final double C1 = -0.2940038547237714 * 0x1p-1;
    static final double C2 = 0.5253203847043381 * 0x1p-2;
    static final double C3 = -0.38947523644432624 * 0x1p-3;
    static final double C4 = -0.08500573952082445 * 0x1p-4;
    static final double C5 = 0.3702333484470194 * 0x1p-5;
    static final double C6 = -0.19617728271023382 * 0x1p-6;
    static final double C7 = -0.1008866443855463 * 0x1p-7;
    static final double C8 = 0.155608906478022 * 0x1p-8;
    static final double C9 = -0.027462825850570062 * 0x1p-9;
    static final double C10 = -0.052805858618931854 * 0x1p-10;
    static final double C11 = 0.03070724925944534 * 0x1p-11;
    static final double C12 = 0.007282759965418632 * 0x1p-12;
    static final double C13 = -0.01184914926134486 * 0x1p-13;
    static final double C14 = 0.001991707800904504 * 0x1p-14;
    static final double C15 = 0.0029374159045575388 * 0x1p-15;
    static final double C16 = -0.0020096852316435223 * 0x1p-16;
    static final double C17 = -0.0011576779393983226 * 0x1p-17;
    static final double C18 = 0.00046056303342378277 * 0x1p-18;
    static final double C19 = 0.0004985158462902478 * 0x1p-19;
    static final double C20 = 0.00019166701559666447 * 0x1p-20;
    static final double C21 = 3.565152078723845e-05 * 0x1p-21;

    private NormalTail() {}
}
