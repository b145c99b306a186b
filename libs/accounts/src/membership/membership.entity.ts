import type { Role } from '#libs/kernel';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../user/user.entity.js';

/** A user's role in one show. */
@Entity('memberships')
@Index(['showId', 'userId'], { unique: true })
@Check('ck_memberships_role', `role in ('owner', 'producer', 'editor', 'moderator')`)
export class Membership {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @ForeignKey('Show', { onDelete: 'CASCADE' })
  @Column('uuid')
  showId: string;

  @Column('text')
  role: Role;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
