import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../user/user.entity.js';

export type LinkPurpose = 'setup' | 'reset' | 'email-old' | 'email-new' | 'invite';

/** A secret address that works once: first set-up, forgotten password, change of address, invitation. */
@Entity('one_time_links')
@Check('ck_one_time_links_purpose', `purpose in ('setup', 'reset', 'email-old', 'email-new', 'invite')`)
export class OneTimeLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  purpose: LinkPurpose;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  userId: string | null;

  @Index({ unique: true })
  @Column('text')
  secretHash: string;

  /** What the purpose needs: `{ newEmail, pair }` for a change of address, `{ showId, role, email }` for an invitation. */
  @Column('jsonb', { default: {} })
  payload: Record<string, string>;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
