package hedgerow.pricing.kernel;

/// The kernel in plain Java, in loops that the compiler turns into vector instructions by itself.
///
/// It does so for bodies of up to some 60 nodes of its graph; past that a loop runs five times
/// slower. Hence four small loops over arrays in the first cache, tails in place, and no array read
/// at another index than it is written.
final class PlainKernel extends GridKernel {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    void scenario(OptionBlock block, MoveRow moves, int s, double[] cells) {
        int size = block.size();
        arguments(block, moves.volColumn[s], moves.logMultiplier[s]);
        tails(tailU, size);
        tails(tailV, size);
        probabilities(size);
        values(block, moves.multiplier[s], moves.valueFactor[s], cells);
    }

    private void arguments(OptionBlock block, int column, double logMove) {
        int size = block.size();
        double[] logMoneyness = block.logMoneyness;
        double[] slope = block.slope[column];
        double[] shiftU = block.shiftU[column];
        double[] shiftV = block.shiftV[column];
        double[] u = tailU;
        double[] v = tailV;
        double[] c = signU;
        for (int i = 0; i < size; i++) {
            double distance = Math.abs(logMoneyness[i] + logMove) * slope[i];
            double a = distance + shiftU[i];
            double b = distance + shiftV[i];
            double sign = a - Math.abs(a - 4);
            c[i] = sign;
            u[i] = Math.abs(sign) - 4.5;
            v[i] = b - Math.abs(b + 0.5);
        }
    }

    private static void tails(double[] roots, int size) {
        for (int i = 0; i < size; i++) roots[i] = NormalTails.tail(roots[i]);
    }

    private void probabilities(int size) {
        double[] u = tailU;
        double[] v = tailV;
        double[] c = signU;
        for (int i = 0; i < size; i++) {
            double h = 0.5 - u[i];
            double b = 0.5 - v[i];
            double twiceA = Math.abs(c[i] + h) - Math.abs(c[i] - h);
            double twiceB = b + b;
            u[i] = twiceB - twiceA;
            v[i] = twiceB + twiceA;
        }
    }

    private void values(OptionBlock block, double multiplier, double factor, double[] cells) {
        int size = block.size();
        double[] forward = block.forward;
        double[] strike = block.strike;
        double[] twiceSign = block.twiceSign;
        double[] scale = block.eighthOfScale;
        double[] base = block.base;
        double[] difference = tailU;
        double[] sum = tailV;
        for (int i = 0; i < size; i++) {
            double f = forward[i] * multiplier;
            double d = f - strike[i];
            double fourfold =
                    (f + strike[i]) * difference[i] + (Math.abs(d) * sum[i] + twiceSign[i] * d);
            cells[i] = (fourfold + Math.abs(fourfold)) * scale[i] * factor - base[i];
        }
    }
}
