package cn.zhenrong.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The photo of a demo garment, drawn: a knitted sweater laid flat. Nobody's picture, so it needs
/// nobody's licence, and it cannot be taken for the photo of goods that exist.
final class DemoPhoto {
  private static final int SIDE = 960;
  private static final int RIB = 10;
  private static final int STITCH = 12;
  private static final double CENTRE = SIDE / 2.0;

  private final Graphics2D g;
  private final Color yarn;

  private DemoPhoto(Graphics2D g, Color yarn) {
    this.g = g;
    this.yarn = yarn;
  }

  /// How the neck is knitted.
  enum Neck {
    CREW,
    V,
    HIGH,
    CARDIGAN
  }

  /// The same bytes for the same garment.
  static byte[] png(Neck neck, Color yarn) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    new DemoPhoto(g, yarn).draw(neck);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void draw(Neck neck) {
    g.setPaint(new GradientPaint(0, 0, new Color(0xF4F1EC), 0, SIDE, new Color(0xE2DDD5)));
    g.fillRect(0, 0, SIDE, SIDE);
    Area body = new Area(body());
    shadow(body);
    if (neck != Neck.HIGH) {
      fill(back(), yarn.darker().darker());
      body.subtract(new Area(opening(neck)));
    }
    for (boolean left : new boolean[] {true, false}) {
      Area sleeve = new Area(sleeve(left));
      shadow(sleeve);
      knit(sleeve);
      ribs(cut(sleeve, new Rectangle2D.Double(0, 668, SIDE, 200)));
    }
    knit(body);
    ribs(cut(body, new Rectangle2D.Double(0, 770, SIDE, 200)));
    if (neck == Neck.HIGH) {
      Area collar = new Area(collar());
      shadow(collar);
      ribs(collar);
    } else {
      Area band = new Area(new BasicStroke(52).createStrokedShape(opening(neck)));
      band.intersect(body);
      ribs(band);
    }
    if (neck == Neck.CARDIGAN) {
      buttons(body);
    }
  }

  private static Shape body() {
    Path2D path = new Path2D.Double();
    path.moveTo(CENTRE - 120, 170);
    path.curveTo(CENTRE - 190, 188, CENTRE - 230, 210, CENTRE - 262, 250);
    path.curveTo(CENTRE - 226, 340, CENTRE - 214, 420, CENTRE - 214, 520);
    path.lineTo(CENTRE - 206, 840);
    path.curveTo(CENTRE - 80, 852, CENTRE + 80, 852, CENTRE + 206, 840);
    path.lineTo(CENTRE + 214, 520);
    path.curveTo(CENTRE + 214, 420, CENTRE + 226, 340, CENTRE + 262, 250);
    path.curveTo(CENTRE + 230, 210, CENTRE + 190, 188, CENTRE + 120, 170);
    path.curveTo(CENTRE + 60, 196, CENTRE - 60, 196, CENTRE - 120, 170);
    path.closePath();
    return path;
  }

  private static Shape sleeve(boolean left) {
    double sign = left ? -1 : 1;
    Path2D path = new Path2D.Double();
    path.moveTo(CENTRE + sign * 232, 216);
    path.curveTo(CENTRE + sign * 300, 250, CENTRE + sign * 332, 330, CENTRE + sign * 352, 430);
    path.lineTo(CENTRE + sign * 392, 728);
    path.curveTo(CENTRE + sign * 372, 742, CENTRE + sign * 322, 750, CENTRE + sign * 296, 744);
    path.lineTo(CENTRE + sign * 262, 500);
    path.curveTo(CENTRE + sign * 252, 440, CENTRE + sign * 226, 390, CENTRE + sign * 210, 350);
    path.closePath();
    return path;
  }

  private static Shape opening(Neck neck) {
    Path2D path = new Path2D.Double();
    path.moveTo(CENTRE - 104, 140);
    switch (neck) {
      case CREW, HIGH -> path.curveTo(CENTRE - 84, 262, CENTRE + 84, 262, CENTRE + 104, 140);
      case V -> {
        path.lineTo(CENTRE, 388);
        path.lineTo(CENTRE + 104, 140);
      }
      case CARDIGAN -> {
        path.curveTo(CENTRE - 80, 330, CENTRE - 12, 420, CENTRE - 3, 470);
        path.lineTo(CENTRE - 3, 900);
        path.lineTo(CENTRE + 3, 900);
        path.lineTo(CENTRE + 3, 470);
        path.curveTo(CENTRE + 12, 420, CENTRE + 80, 330, CENTRE + 104, 140);
      }
    }
    path.closePath();
    return path;
  }

  private static Shape collar() {
    Path2D path = new Path2D.Double();
    path.moveTo(CENTRE - 96, 104);
    path.curveTo(CENTRE - 40, 92, CENTRE + 40, 92, CENTRE + 96, 104);
    path.lineTo(CENTRE + 122, 178);
    path.curveTo(CENTRE + 60, 226, CENTRE - 60, 226, CENTRE - 122, 178);
    path.closePath();
    return path;
  }

  /// The inside of the back, seen through the neck.
  private static Shape back() {
    Path2D path = new Path2D.Double();
    path.moveTo(CENTRE - 116, 168);
    path.curveTo(CENTRE - 60, 206, CENTRE + 60, 206, CENTRE + 116, 168);
    path.lineTo(CENTRE + 40, 460);
    path.lineTo(CENTRE - 40, 460);
    path.closePath();
    return path;
  }

  private void shadow(Area shape) {
    g.setComposite(AlphaComposite.SrcOver.derive(0.05f));
    g.setColor(Color.BLACK);
    for (int i = 1; i <= 6; i++) {
      g.translate(0, 3);
      g.fill(shape);
    }
    g.translate(0, -18);
    g.setComposite(AlphaComposite.SrcOver);
  }

  /// Plain knitting: columns of small Vs.
  private void knit(Area shape) {
    fill(shape, yarn);
    Shape before = g.getClip();
    g.clip(shape);
    g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int x = 0; x < SIDE; x += STITCH) {
      for (int y = 0; y < SIDE; y += STITCH - 3) {
        g.setColor(tone(0.13, (x * 31 + y * 17) % 7));
        g.drawLine(x, y, x + STITCH / 2, y + 6);
        g.drawLine(x + STITCH, y, x + STITCH / 2, y + 6);
      }
    }
    g.setPaint(
        new RadialGradientPaint(
            (float) CENTRE,
            380f,
            520f,
            new float[] {0.3f, 1f},
            new Color[] {new Color(255, 255, 255, 26), new Color(0, 0, 0, 70)}));
    g.fill(shape);
    g.setClip(before);
    g.setColor(tone(0.35, 0));
    g.setStroke(new BasicStroke(2f));
    g.draw(shape);
  }

  /// Hem, cuffs and neck: ridges upright.
  private void ribs(Area shape) {
    fill(shape, tone(0.08, 0));
    Shape before = g.getClip();
    g.clip(shape);
    g.setStroke(new BasicStroke(4f));
    g.setColor(tone(0.28, 0));
    for (int x = 0; x < SIDE; x += RIB) {
      g.drawLine(x, 0, x, SIDE);
    }
    g.setClip(before);
    g.setStroke(new BasicStroke(2f));
    g.draw(shape);
  }

  private void buttons(Area body) {
    ribs(cut(body, new Rectangle2D.Double(CENTRE - 30, 470, 60, 400)));
    for (int y = 510; y < 830; y += 76) {
      g.setColor(new Color(0x4A4038));
      g.fillOval((int) CENTRE - 13, y - 13, 26, 26);
      g.setColor(new Color(0xD8CFC2));
      for (int[] hole : new int[][] {{-4, -4}, {4, -4}, {-4, 4}, {4, 4}}) {
        g.fillOval((int) CENTRE + hole[0] - 2, y + hole[1] - 2, 4, 4);
      }
    }
  }

  private void fill(Shape shape, Color colour) {
    g.setColor(colour);
    g.fill(shape);
  }

  /// The yarn, darker by a share and a little uneven, as wool is.
  private Color tone(double darker, int uneven) {
    double k = 1 - darker - uneven * 0.008;
    return new Color(
        (int) (yarn.getRed() * k), (int) (yarn.getGreen() * k), (int) (yarn.getBlue() * k));
  }

  private static Area cut(Area shape, Shape by) {
    Area part = new Area(by);
    part.intersect(shape);
    return part;
  }
}
