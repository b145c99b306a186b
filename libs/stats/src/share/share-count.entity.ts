import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What came of one guest's link on one day (UTC). Nothing of who it was is kept anywhere (`ux:K-13`). */
@Entity('share_counts')
export class ShareCount {
  @ForeignKey('GuestLink', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  linkId: string;

  @PrimaryColumn('date')
  day: string;

  /** Readers of a page at an address with the link's `via`. */
  @Column('integer', { default: 0 })
  visits: number;

  /** Of these, who listened for thirty seconds. */
  @Column('integer', { default: 0 })
  plays: number;

  /** Of these, who passed the address on. */
  @Column('integer', { default: 0 })
  shares: number;
}
