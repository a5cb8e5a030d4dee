package cn.zhenrong.scan;

/// What really happens to one simulated code.
///
/// The shares of honest codes are guesses about knitwear sold in China, on the high side wherever
/// two devices, two places or two openings come about innocently.
enum Kind {
  /// Bought online or in a shop, verified by its buyer at home, at work, on the way.
  HONEST(560),
  /// Bought in one province, given to somebody in another some days later.
  GIFT(80),
  /// Sold second-hand weeks later; some show the code to those who ask.
  RESALE(40),
  /// Several telephones of a household; now and then the link goes to relatives elsewhere.
  FAMILY(80),
  /// Hangs in a shop for weeks, read by customers and by the assistant.
  SHOP(70),
  /// Bought before a journey by train or aeroplane and verified on both ends.
  TRAVELLER(30),
  /// Sent back, inspected and sold again, with the bench's knowledge.
  RETURNED(50),
  /// Sent back and sold again without anybody telling us.
  RETURNED_UNTOLD(50),
  /// Tried by the print shop before it was activated.
  TRIED(3),
  /// Its label was replaced; staff look whether that worked, the shopper may scan the old label.
  REPLACED(5),
  /// A code for a live stream or a listing.
  DISPLAY(2),
  /// Printed on 20 to 300 garments that are sold in three cities.
  CLONED_THREE_CITIES(4),
  /// Printed on 5 to 15 garments.
  CLONED_FEW(3),
  /// Printed on 50 to 300 garments sold in one market.
  CLONED_ONE_CITY(3),
  /// A label that left the house before it was activated.
  STOLEN(5),
  /// A void label that is used on another garment.
  VOID_USED(5);

  private final int share;

  Kind(int share) {
    this.share = share;
  }

  /// Of a thousand, about.
  int share() {
    return share;
  }

  boolean isCloned() {
    return this == CLONED_THREE_CITIES || this == CLONED_FEW || this == CLONED_ONE_CITY;
  }

  boolean isHonest() {
    return !isCloned() && this != STOLEN && this != VOID_USED;
  }
}
