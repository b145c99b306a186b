import { Column, Entity, ForeignKey, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { LetterKind } from '../letter/letter-kinds.js';
import type { KitTextChoice } from '../text/kit-text.facts.js';

/** A wording that the guest's kit shows instead of the one that would be made; always with the disclaimer at its end. */
export interface OwnText extends KitTextChoice {
  lang: string;
  text: string;
}

/** What guest and producer decided about one kit; a link without a row has the usual. */
@Entity('guest_kits')
export class GuestKit {
  @ForeignKey('GuestLink', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  linkId: string;

  /** Mails that the guest wants no more (`ux` 2.11). */
  @Column('text', { array: true, default: [] })
  lettersOff: LetterKind[];

  /** A day, `YYYY-MM-DD`, on which the kit is to be sent once more; null: none. */
  @Column('date', { nullable: true })
  remindOn: string | null;

  @Column('jsonb', { default: [] })
  texts: OwnText[];

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
